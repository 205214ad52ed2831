import type analytics from '../locales/en/analytics.json';
import type common from '../locales/en/common.json';
import type feedback from '../locales/en/feedback.json';
import type identity from '../locales/en/identity.json';
import type journeys from '../locales/en/journeys.json';
import type ownership from '../locales/en/ownership.json';
import type touchpoints from '../locales/en/touchpoints.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      analytics: typeof analytics;
      common: typeof common;
      feedback: typeof feedback;
      identity: typeof identity;
      journeys: typeof journeys;
      ownership: typeof ownership;
      touchpoints: typeof touchpoints;
    };
  }
}
