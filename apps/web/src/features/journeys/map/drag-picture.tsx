import { createPortal } from 'react-dom';
import styles from './grid.module.css';
import type { DragPicture as Picture } from './use-drag';

/** The thing being dragged under the pointer, and the line where it would land. */
export const DragPicture = ({ picture }: { picture: Picture }) => {
  const { source, x, y, dx, dy, drop } = picture;
  const box = source.getBoundingClientRect();
  return createPortal(
    <>
      <div
        className={styles.ghost}
        style={{ left: x - dx, top: y - dy, width: box.width, height: Math.min(box.height, 120) }}
        ref={(node) => { if (node !== null && node.childElementCount === 0) node.append(source.cloneNode(true)); }}
      />
      {drop === null ? null : <div className={styles.dropLine} style={drop.line} />}
    </>,
    document.body,
  );
};
