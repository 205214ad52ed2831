import { useEffect } from 'react';
import type { MapCommands } from '../editing/use-map-commands';
import type { Overlay } from '../overlay/overlay-url';
import type { UpdateOverlay } from '../overlay/use-overlay';

interface Shortcuts {
  canEdit: boolean;
  commands: MapCommands;
  overlay: Overlay;
  update: UpdateOverlay;
}

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest('input, textarea, [contenteditable], [role="dialog"], [role="listbox"]') !== null;

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) take back and repeat, T switches between map and table, Esc closes the inspector. */
export const useMapShortcuts = ({ canEdit, commands, overlay, update }: Shortcuts) => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.defaultPrevented) return;
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && canEdit && (event.code === 'KeyZ' || event.code === 'KeyY')) {
        event.preventDefault();
        if (event.shiftKey || event.code === 'KeyY') commands.redo();
        else commands.undo();
      } else if (!isCommand && !event.altKey && event.code === 'KeyT') {
        event.preventDefault();
        update({ view: overlay.view === 'map' ? 'table' : 'map' });
      } else if (event.key === 'Escape' && overlay.touchpointId !== null) update({ touchpointId: null });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [canEdit, commands, overlay.view, overlay.touchpointId, update]);
};
