import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const vendor = (name: string, packages: string) => ({ name, test: new RegExp(`node_modules[\\\\/](${packages})[\\\\/]`), priority: 10 });

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
  build: {
    target: 'es2022',
    // A font or icon inlined as data: would be refused by the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            vendor('react', 'react|react-dom|scheduler|react-router'),
            vendor('charts', 'recharts|victory-vendor|@mantine/charts|@reduxjs'),
          ],
        },
      },
    },
  },
});
