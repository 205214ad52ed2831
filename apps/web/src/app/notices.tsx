import { useNotifications } from '@mantine/notifications';
import { useState } from 'react';
import { later } from '../ui/later';

const Stack = later(async () => (await import('./notice-stack')).NoticeStack);

/** Messages in the corner of the page, whose drawing comes with the first of them and then stays, so that the last one can leave in its own time. */
export const Notices = () => {
  const hasAny = useNotifications().notifications.length > 0;
  const [hadAny, setHadAny] = useState(hasAny);
  if (hasAny && !hadAny) setHadAny(true);
  return hadAny ? <Stack /> : null;
};
