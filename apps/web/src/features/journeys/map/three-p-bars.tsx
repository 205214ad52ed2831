import type { CurrentThreeP } from '@afferent/contracts';
import { THREE_P } from '@afferent/domain';
import styles from './card.module.css';
import type { CardWords } from './words';

/** Three bars, 1..5 each; a hatched one was not scored. */
export const ThreePBars = ({ threeP, words }: { threeP: CurrentThreeP; words: CardWords }) => {
  const said = THREE_P.map((p) => `${words.p[p]} ${threeP[p].score === null ? words.notScored : words.format.number(threeP[p].score, 1)}`).join(', ');
  return (
    <span className={styles.bars}>
      {THREE_P.map((p) => {
        const { score } = threeP[p];
        return <i key={p} data-empty={score === null || undefined} style={score === null ? {} : { backgroundSize: `100% ${score * 20}%` }} />;
      })}
      <span className="visually-hidden">{said}</span>
    </span>
  );
};
