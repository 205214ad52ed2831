import { useEffect, useRef } from 'react';

/** Puts the focus into the first field that can be filled in; for pages that are nothing but a form. */
export const useFocusFirst = <E extends HTMLElement>() => {
  const form = useRef<E>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:not([readonly]):not([type="hidden"])')?.focus(), []);
  return form;
};
