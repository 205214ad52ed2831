import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Frame } from './frame';
import { Loading } from './loading';

/** The frame of the pages before the sign-in. */
export const AuthFrame = () => <Frame><Suspense fallback={<Loading />}><Outlet /></Suspense></Frame>;
