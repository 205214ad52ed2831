import { Navigate } from 'react-router';
import { pages } from './pages';

/** A workspace's first page: the first one in the rail. */
export const WorkspaceHome = () => <Navigate to={pages.find((page) => page.nav != null)?.path ?? 'start'} replace />;
