import type { ComponentType } from 'react';
import { IconActivityHeartbeat, IconCircleDot, IconRoute, IconSettings, IconUsersGroup, type Icon } from '../ui/icons';

export type NavKey = 'pulse' | 'journeys' | 'touchpoints' | 'voice' | 'ownership' | 'settings';

export interface AppPage {
  /** Under `/w/:workspaceId/`. */
  path: string;
  load: () => Promise<ComponentType>;
  /** Present when the page stands in the rail; `key` names its word in `common.nav`, `match` is what its address starts with when it is more than `path`. */
  nav?: { key: NavKey; icon: Icon; match?: string };
}

/** Every page of a workspace, in the rail's order: one line a page. */
export const pages: readonly AppPage[] = [
  { path: 'start', load: async () => (await import('./start/start-page')).StartPage },
  { path: 'pulse', load: async () => (await import('../features/analytics/pulse-page')).PulsePage, nav: { key: 'pulse', icon: IconActivityHeartbeat } },
  { path: 'journeys', load: async () => (await import('../features/journeys/journeys-page')).JourneysPage, nav: { key: 'journeys', icon: IconRoute } },
  { path: 'journeys/:journeyId', load: async () => (await import('../features/journeys/journey-page')).JourneyPage },
  { path: 'touchpoints', load: async () => (await import('../features/touchpoints/touchpoints-page')).TouchpointsPage, nav: { key: 'touchpoints', icon: IconCircleDot } },
  { path: 'imports/new', load: async () => (await import('../features/feedback/import-page')).ImportPage },
  { path: 'imports/:importId', load: async () => (await import('../features/feedback/import-run-page')).ImportRunPage },
  { path: 'ownership', load: async () => (await import('../features/ownership/ownership-page')).OwnershipPage, nav: { key: 'ownership', icon: IconUsersGroup } },
  { path: 'settings/members', load: async () => (await import('../features/identity/members-page')).MembersPage, nav: { key: 'settings', icon: IconSettings, match: 'settings' } },
  { path: 'settings/api-keys', load: async () => (await import('../features/identity/api-keys-page')).ApiKeysPage },
  { path: 'settings/workspace', load: async () => (await import('../features/identity/workspace-page')).WorkspacePage },
  { path: 'settings/account', load: async () => (await import('../features/identity/account-page')).AccountPage },
];
