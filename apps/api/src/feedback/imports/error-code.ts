/** The `code` of an error of the system or of a library; empty where there is none. */
export const errorCode = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');
