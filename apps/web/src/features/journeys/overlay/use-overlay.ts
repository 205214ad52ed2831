import { useCallback, useMemo } from 'react';
import { useAddressParams } from '../../../lib/address-params';
import { readOverlay, writeOverlay, type Overlay } from './overlay-url';

export type UpdateOverlay = (patch: Partial<Overlay>) => void;

/** The view as the address tells it. Opening a touchpoint is a step that "back" takes back; everything else replaces the address. */
export const useOverlay = (): [Overlay, UpdateOverlay] => {
  const [params, setParams] = useAddressParams();
  const overlay = useMemo(() => readOverlay(params), [params]);
  const update = useCallback<UpdateOverlay>((patch) => {
    setParams((now) => writeOverlay({ ...readOverlay(now), ...patch }, now), { replace: !(patch.touchpointId != null && overlay.touchpointId === null) });
  }, [setParams, overlay.touchpointId]);
  return [overlay, update];
};
