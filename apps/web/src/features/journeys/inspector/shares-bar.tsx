import { useFormat } from '../../../lib/i18n';
import styles from './inspector.module.css';

export interface Share {
  id: string;
  name: string;
  /** 0..1. */
  share: number;
}

/** Shares that sum to one, the largest first; the list below carries what does not fit into the bar. */
export const SharesBar = ({ shares }: { shares: readonly Share[] }) => {
  const format = useFormat();
  const ordered = shares.filter(({ share }) => share > 0).toSorted((a, b) => b.share - a.share);
  return (
    <>
      <div className={styles.shares} aria-hidden>
        {ordered.map(({ id, name, share }, index) => (
          <i key={id} style={{ flexGrow: share, flexBasis: 0 }} data-rank={Math.min(index, 4)} title={`${name} ${format.share(share)}`}>{share >= 0.3 ? <span>{name}</span> : null}{share >= 0.1 ? format.share(share) : null}</i>
        ))}
      </div>
      <ul className={styles.shareList}>
        {ordered.map(({ id, name, share }, index) => <li key={id}><i aria-hidden data-rank={Math.min(index, 4)} />{name} <b>{format.share(share)}</b></li>)}
      </ul>
    </>
  );
};
