import { workspaceCreateSchema, workspaceSchema } from '@afferent/contracts';
import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { sessionKey } from '../../lib/query-client';
import { useGoOn } from '../../lib/use-go-on';
import { useSchemaForm } from '../../lib/use-schema-form';
import { ErrorState } from '../../ui/error-state';

const NewWorkspaceForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const client = useQueryClient();
  const begin = useGoOn();
  const words = useProblemWords();
  const { form, showProblem } = useSchemaForm(workspaceCreateSchema, { name: '' }, () => t('workspace.nameMissing'));
  const create = useMutation({
    mutationFn: ({ name }: { name: string }) => request('POST', '/workspaces', { body: { name, locale, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone }, schema: workspaceSchema }),
    onMutate: begin,
    onSuccess: async ({ id }, _values, goOn) => {
      await client.refetchQueries({ queryKey: sessionKey });
      onClose();
      await goOn(`/w/${id}`);
    },
    onError: showProblem,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <Stack gap="sm">
        {create.isError && form.errors['name'] == null ? <ErrorState compact words={words(create.error)} /> : null}
        <TextInput label={t('workspace.name')} description={t('workspace.hint')} autoComplete="organization" data-autofocus {...form.getInputProps('name')} />
        <Button type="submit" loading={create.isPending}>{t('workspace.create')}</Button>
      </Stack>
    </form>
  );
};

/** Another workspace for somebody who has one already: its maps, answers and members are apart from all others. */
export const NewWorkspace = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('workspace.new')} closeButtonProps={{ 'aria-label': t('close') }}>
      <NewWorkspaceForm onClose={onClose} />
    </Modal>
  );
};
