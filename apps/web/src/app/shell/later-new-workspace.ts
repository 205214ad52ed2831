import { laterDialog } from '../../ui/later';

/** The dialog for another workspace, loaded when somebody first asks for it. */
export const NewWorkspace = laterDialog(async () => (await import('./new-workspace')).NewWorkspace);
