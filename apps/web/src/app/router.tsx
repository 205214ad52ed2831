import { createBrowserRouter, type RouteObject } from 'react-router';
import { setHeading } from '../lib/use-go-on';
import { AuthFrame } from './auth-frame';
import { ErrorPage, RootErrorPage } from './error-page';
import { HomePage } from './home-page';
import { Loading } from './loading';
import { NotFoundPage, UnknownAddressPage } from './not-found-page';
import { pages, type AppPage } from './pages';
import { RequireSession } from './require-session';
import { Root } from './root';
import { Shell } from './shell/shell';
import { firstPageOf, WorkspaceHome } from './workspace-home';

const lazily = (load: AppPage['load']) => async () => ({ Component: await load() });

const workspacePages: RouteObject[] = pages.map((page) => ({ path: page.path, lazy: lazily(page.load) }));

export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: RootErrorPage,
    HydrateFallback: Loading,
    children: [
      {
        Component: AuthFrame,
        children: [
          { path: '/sign-in', lazy: lazily(async () => (await import('../features/identity/sign-in-page')).SignInPage) },
          { path: '/register', lazy: lazily(async () => (await import('../features/identity/register-page')).RegisterPage) },
          { path: '/invite/:token', lazy: lazily(async () => (await import('../features/identity/invitation-page')).InvitationPage) },
        ],
      },
      {
        Component: RequireSession,
        children: [
          { path: '/', Component: HomePage },
          {
            path: '/w/:workspaceId',
            Component: Shell,
            children: [
              { ErrorBoundary: ErrorPage, children: [{ index: true, loader: firstPageOf, Component: WorkspaceHome }, ...workspacePages, { path: '*', Component: NotFoundPage }] },
            ],
          },
        ],
      },
      { path: '*', Component: UnknownAddressPage },
    ],
  },
]);

router.subscribe(({ location, navigation }) => setHeading((navigation.location ?? location).pathname));
