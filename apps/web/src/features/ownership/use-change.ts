import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWorkspace } from '../../lib/session';
import { ownershipKey } from './ownership.queries';

/** Runs one change and reads everything of the page again. */
export const useChange = <Input,>(change: (workspaceId: string, input: Input) => Promise<unknown>) => {
  const workspace = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(workspace.id, input),
    onSuccess: () => client.invalidateQueries({ queryKey: ownershipKey(workspace.id) }),
  });
};
