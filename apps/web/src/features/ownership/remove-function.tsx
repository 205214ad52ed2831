import type { WorkspaceFunction } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { ErrorState } from '../../ui/error-state';
import styles from './ownership.module.css';
import { removeFunction } from './ownership.queries';
import { useChange } from './use-change';

/** Asks before a function goes, and says what goes with it. */
export const RemoveFunction = ({ item, onClose }: { item: WorkspaceFunction; onClose: () => void }) => {
  const { t } = useTranslation(['ownership', 'common']);
  const format = useFormat();
  const words = useProblemWords();
  const remove = useChange((id, functionId: string) => removeFunction(id, functionId));
  const inUse = remove.error instanceof ApiProblem && remove.error.status === 409;
  return (
    <ConfirmByName
      opened onClose={onClose} onConfirm={() => remove.mutate(item.id, { onSuccess: onClose })} busy={remove.isPending} title={t('functions.removeTitle')} name={item.name}
      inputLabel={t('functions.typeName', { name: item.name })} confirmLabel={t('common:delete')} cancelLabel={t('common:cancel')}
    >
      {t('functions.removeText', { n: format.number(item.userIds.length) })}
      {inUse ? <p role="alert" className={styles.warn}>{t('functions.inUse')}</p> : null}
      {remove.isError && !inUse ? <ErrorState compact words={words(remove.error)} /> : null}
    </ConfirmByName>
  );
};
