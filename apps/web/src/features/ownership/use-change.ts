import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWorkspace } from '../../lib/session';
import { ownershipKey } from './ownership.queries';

/** Runs one change and reads everything of the page again. Changes of the same `subject` run one after the other, so that the last one made is the one that stays. */
export const useChange = <Input,>(change: (workspaceId: string, input: Input) => Promise<unknown>, subject?: string) => {
  const workspace = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    ...(subject == null ? {} : { scope: { id: subject } }),
    mutationFn: (input: Input) => change(workspace.id, input),
    onSuccess: () => client.invalidateQueries({ queryKey: ownershipKey(workspace.id) }),
  });
};
