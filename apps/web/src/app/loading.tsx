import { Loader } from '@mantine/core';
import styles from './loading.module.css';

/** The moment before the first page: quiet, and only visible when it lasts. */
export const Loading = () => <div className={styles.loading}><Loader size="sm" type="dots" aria-hidden /></div>;
