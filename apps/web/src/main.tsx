import './app/layers.css';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { startI18n } from './lib/i18n';

const root = document.getElementById('root');
if (root == null) throw new Error('index.html has no #root element');

await startI18n();
createRoot(root).render(<App />);
