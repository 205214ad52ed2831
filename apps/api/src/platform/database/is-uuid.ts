const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of a uuid of any version, as Postgres takes it. */
export const isUuid = (text: string): boolean => uuid.test(text);
