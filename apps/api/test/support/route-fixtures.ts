import { newId } from '../../src/platform/database/new-id.js';
import type { Ids } from './operations.js';

export interface RouteFixture {
  /** A body that the call accepts; records it names are taken from `ids`. */
  readonly body?: (ids: Ids) => object;
  /** The body names records by id: with another workspace's ids it must be refused. */
  readonly namesRecords?: boolean;
  /** Fields of a multipart call, which also sends a small CSV file. */
  readonly form?: (ids: Ids) => Record<string, string>;
  readonly headers?: () => Record<string, string>;
  readonly query?: string;
  /** What an admin is answered when it is not 2xx, with the reason beside it. */
  readonly answers?: readonly number[];
}

/** A file that every workspace can import, and what its columns mean. */
export const csvFile = 'ID,WHEN,SCORE\n1,2026-09-01,4\n2,2026-09-02,5\n';
export const csvMapping = (importName: string) => ({
  name: importName, format: 'csv', externalId: { template: '{ID}' }, answeredAt: { column: 'WHEN' },
  questions: [{ key: 'SCORE', column: 'SCORE', metric: 'csi', scale: [1, 5], missing: [], touchpoint: 'Counter' }],
});

const name = () => `Name ${newId()}`;

/** How to call every route of the API; a route that is missing here fails the access matrix. */
export const routeFixtures: Readonly<Record<string, RouteFixture>> = {
  authRegister: { body: () => ({ email: `${newId()}@example.test`, password: 'a decent password', name: 'N', workspaceName: 'W' }) },
  authLogin: { body: () => ({ email: 'nobody@example.test', password: 'a decent password' }) },
  authLogout: {},
  authMe: {},
  authEditMe: { body: () => ({ name: 'Renamed' }) },
  authChangePassword: { body: () => ({ currentPassword: 'not the one', newPassword: 'a decent password' }), answers: [422] },
  authListSessions: {},
  authEndOtherSessions: {},
  authEndSession: {},
  joiningPreview: { body: () => ({ token: 'x'.repeat(43) }) },
  joiningAccept: { body: () => ({ token: 'x'.repeat(43) }) },
  demoOpen: { body: () => ({ locale: 'en' }) },
  workspacesCreate: { body: () => ({ name: 'Another' }) },

  workspacesGet: {},
  workspacesEdit: { body: () => ({ name: name() }) },
  membersList: {},
  membersEdit: { body: () => ({ role: 'contributor' }) },
  membersRemove: {},
  invitationsList: {},
  invitationsCreate: { body: () => ({ email: `${newId()}@example.test`, role: 'viewer' }) },
  invitationsWithdraw: {},
  apiKeysList: {},
  apiKeysCreate: { body: () => ({ name: 'K', scopes: ['read'] }) },
  apiKeysRevoke: {},
  // A workspace that is no demo has none to remove.
  demoGet: {},
  demoRemove: { answers: [404] },

  functionsList: {},
  functionsOffered: {},
  functionsCreate: { body: () => ({ name: name() }) },
  functionsRename: { body: () => ({ name: name() }) },
  functionsRemove: {},
  functionsPutMembers: { body: ({ userId }) => ({ userIds: [userId] }), namesRecords: true },

  touchpointsList: {},
  touchpointsCreate: { body: () => ({ name: name() }) },
  touchpointsGet: {},
  // Every role sends the first version; after the first edit that is stale.
  touchpointsPatch: { body: () => ({ importance: 5 }), headers: () => ({ 'if-match': '"v1"' }), answers: [200, 412] },
  touchpointsRemove: { answers: [204, 409] },
  scoresCreate: { body: () => ({ people: 4 }) },
  scoresList: {},
  influenceGet: {},
  influencePut: { body: ({ functionId }) => ({ owner: { functionId }, functions: [{ functionId, degree: 1 }] }), namesRecords: true },
  influenceRemove: {},

  journeysList: {},
  journeysCreate: { body: () => ({ name: name(), state: 'future' }) },
  journeysGet: {},
  journeysRemove: { answers: [204, 409] },
  journeysApply: { body: () => ({ clientId: newId(), operations: [{ clientSeq: 1, type: 'addStage', stageId: newId(), name: 'Stage' }] }) },
  journeysLog: { query: 'after=0' },

  surveysList: {},
  surveysCreate: {
    body: ({ journeyId, touchpointId }) => ({ name: name(), kind: 'transactional', journeyId, questions: [{ key: 'q', text: 'Q', metric: 'csat', scale: [1, 5], touchpointId }] }),
    namesRecords: true,
  },
  surveysGet: {},
  surveysListResponses: {},
  responsesCreate: {
    body: ({ surveyId }) => ({ surveyId, responses: [{ externalId: newId(), answeredAt: '2026-10-02T10:00:00Z', answers: { q: 5 } }] }),
    namesRecords: true,
    headers: () => ({ 'idempotency-key': newId() }),
  },
  responsesRemove: {},

  importsList: {},
  importsCreate: { form: ({ journeyId = '' }) => ({ mapping: JSON.stringify(csvMapping(name())), journeyId }), namesRecords: true },
  // A check reads the mapping and the file only; that a journey is named at all is what counts.
  importsCheck: { form: ({ journeyId = '' }) => ({ mapping: JSON.stringify(csvMapping(name())), journeyId }) },
  importsPreview: { form: () => ({ format: 'csv' }) },
  importsGet: {},
  // What is done cannot be cancelled.
  importsCancel: { answers: [200, 409] },
  importsRejections: {},
  importsSavedMappings: {},

  analyticsHeatmap: { query: 'metric=csi' },
  analyticsFacets: {},
  analyticsOwnership: { query: 'metric=csi' },
  analyticsTrend: { query: 'metric=csi' },
  analyticsResults: {},
  analyticsPulse: {},
};
