import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from '../lib/query-client';
import { LiveRegion } from '../ui/live-region';
import { Notices } from './notices';
import { router } from './router';
import { cssVariables, theme } from './theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// The scroll lock of dialogs adds a style tag of its own and takes its nonce from here.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const colorSchemeManager = localStorageColorSchemeManager({ key: 'afferent-theme' });

export const App = () => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={colorSchemeManager} defaultColorScheme="auto" getStyleNonce={() => nonce}>
    <QueryClientProvider client={queryClient}>
      <LiveRegion>
        <RouterProvider router={router} />
        <Notices />
      </LiveRegion>
    </QueryClientProvider>
  </MantineProvider>
);
