import { useEffect, useState } from 'react';

/**
 * For a dialog that its page draws only while it is open: when it goes, the focus returns to what opened it. The kit's Modal does that
 * only where it stays on the page and is told to close.
 */
export const useReturnFocus = () => {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  }, [opener]);
};
