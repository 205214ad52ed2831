import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Loading } from './loading';

export const Root = () => (
  <Suspense fallback={<Loading />}>
    <Outlet />
  </Suspense>
);
