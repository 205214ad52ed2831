/**
 * How the top bar's menus open: inside the bar, so that they belong to its landmark, and with the first entry focused
 * instead of a placeholder that a menu may not contain.
 */
export const barMenu = { withinPortal: false, withInitialFocusPlaceholder: false } as const;
