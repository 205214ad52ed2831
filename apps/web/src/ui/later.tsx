import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react';

const QUIET_MS = 2000;

const keep = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  let coming: Promise<{ default: ComponentType<P> }> | undefined;
  let arrived: ComponentType<P> | undefined;
  const fetchPart = () => {
    coming ??= load().then((part) => {
      arrived = part;
      return { default: part };
    }, (error: unknown) => {
      coming = undefined;
      throw error;
    });
    return coming;
  };
  // So that it is there when the network is not.
  setTimeout(() => globalThis.requestIdleCallback?.(() => void fetchPart().catch(() => undefined)), QUIET_MS);
  return { fetchPart, arrived: () => arrived };
};

/** A part of a page that is not needed to draw it: its code comes when the page rests, or with the part's first showing, whichever is sooner. */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  const { fetchPart, arrived } = keep(load);
  const Part: ComponentType<P> = lazy(fetchPart);
  return (props: P) => {
    // A lazy part leaves its place empty for a moment even when its code is there; one that has arrived is drawn at once.
    const [Drawn] = useState(() => arrived() ?? Part);
    return <Suspense fallback={null}><Drawn {...props} /></Suspense>;
  };
};

/** The same for a field that is typed into at once: while its code is not there a simpler one stands in its place, and stays as long as it stands, with what is typed in it. */
export const laterField = <P extends object>(load: () => Promise<ComponentType<P>>, Simple: ComponentType<P>) => {
  const { fetchPart, arrived } = keep(load);
  return (props: P) => {
    const [Drawn] = useState(() => arrived() ?? Simple);
    useEffect(() => void fetchPart().catch(() => undefined), []);
    return <Drawn {...props} />;
  };
};

/** The same for a dialog, which is shown for the first time when it is opened for the first time. */
export const laterDialog = <P extends { opened: boolean }>(load: () => Promise<ComponentType<P>>) => {
  const Part = later(load);
  return (props: P) => {
    const [wasOpened, setWasOpened] = useState(props.opened);
    if (props.opened && !wasOpened) setWasOpened(true);
    return wasOpened ? <Part {...props} /> : null;
  };
};
