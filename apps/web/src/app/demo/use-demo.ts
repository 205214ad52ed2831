import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { sessionKey } from '../../lib/query-client';
import { isLedInto, useGoOn } from '../../lib/use-go-on';
import { openDemo, removeDemo } from './demo.queries';

/** Opens this person's demo in the language on screen; made now when there is none yet. */
export const useOpenDemo = (onError?: (error: Error) => void) => {
  const { locale } = useFormat();
  const client = useQueryClient();
  const begin = useGoOn();
  return useMutation({
    mutationFn: () => openDemo(locale),
    onMutate: begin,
    ...(onError == null ? {} : { onError }),
    onSuccess: async ({ workspaceId }, _nothing, goOn) => {
      await client.refetchQueries({ queryKey: sessionKey });
      await goOn(`/w/${workspaceId}`);
    },
  });
};

/** Removes a demo as a whole and goes back from it to the person's own workspace. */
export const useRemoveDemo = (workspaceId: string, onError?: (error: Error) => void) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => removeDemo(workspaceId),
    ...(onError == null ? {} : { onError }),
    onSuccess: async () => {
      await client.refetchQueries({ queryKey: sessionKey });
      if (isLedInto(`/w/${workspaceId}`)) await navigate('/');
      notifications.show({ message: t('demo.removed') });
    },
  });
};
