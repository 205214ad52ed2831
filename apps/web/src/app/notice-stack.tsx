import { Notifications } from '@mantine/notifications';

export const NoticeStack = () => <Notifications position="bottom-right" autoClose={6000} />;
