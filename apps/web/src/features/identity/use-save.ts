import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useProblemWords } from '../../lib/problem-words';

/** A change whose failure is told in a corner, because it was made by one click and has no form. */
export const useSave = <Input>(save: (input: Input) => Promise<unknown>, after: (input: Input) => unknown) => {
  const words = useProblemWords();
  return useMutation({
    mutationFn: save,
    onSuccess: (_answer, input) => after(input),
    onError: (error) => {
      const { title, todo } = words(error);
      notifications.show({ color: 'red', title, message: todo, role: 'alert' });
    },
  });
};
