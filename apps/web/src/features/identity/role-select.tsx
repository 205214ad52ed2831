import { ROLES, type Role } from '@afferent/domain';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A choice of role; with `withLabel` the label is drawn, else only said. */
export const RoleSelect = ({ label, value, onChange, withLabel = false }: { label: string; value: Role; onChange: (role: Role) => void; withLabel?: boolean }) => {
  const { t } = useTranslation(['identity', 'common']);
  const isRole = (text: string | null): text is Role => ROLES.some((role) => role === text);
  return (
    <Select
      {...(withLabel ? { label } : { 'aria-label': label })}
      description={withLabel ? t(`roleMay.${value}`) : undefined}
      data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      value={value}
      onChange={(chosen) => { if (isRole(chosen) && chosen !== value) onChange(chosen); }}
    />
  );
};
