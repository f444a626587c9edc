/** What those who speak Spanish say they want, and how they are, in their own words. */
export const spanishGoals = [
  {
    dimension: 'Community',
    sentence: 'Quiero que mis hijos vengan a comer los domingos.',
    why: 'La mesa está vacía desde que me fui.',
    steps: ['Hablar con mi hermana', 'Comprar platos', 'Cocinar algo fácil', 'Invitarlos otra vez'],
  },
  {
    dimension: 'Purpose',
    sentence: 'Terminar el curso de inglés antes del verano.',
    why: 'Para hablar con la maestra de mi niña sin intérprete.',
    steps: ['Inscribirme en la biblioteca', 'Ir dos tardes por semana', 'Hacer el examen de práctica'],
  },
  {
    dimension: 'Health',
    sentence: 'Dormir de noche y caminar de mañana.',
    why: 'Así era yo antes.',
    steps: [
      'Dejar el teléfono en la cocina',
      'Caminar con doña Elsa los martes',
      'Contarle a mi acompañante cómo va',
    ],
  },
  {
    dimension: 'Home',
    sentence: 'Tener un cuarto con ventana y mi nombre en el buzón.',
    why: 'Para que me lleguen cartas a mí.',
    steps: ['Llenar la solicitud', 'Pedir la carta de apoyo', 'Ver el cuarto de la calle Cooper'],
  },
] as const;

export const spanishOnTheWay = [
  'Hizo la primera llamada. Fueron más amables de lo que esperaba.',
  'Ya van dos semanas. Despacio, pero firme.',
  'Entregó la solicitud. Ahora toca esperar.',
  'Semana difícil; hizo la parte más pequeña de todos modos.',
] as const;

export const spanishCheckIns = {
  struggling: ['Semana pesada.', 'Extraño mucho a mi mamá.', 'No dormí nada.'],
  'getting by': ['Ahí voy.', 'Cansada, pero fui al grupo.', ''],
  steady: ['Bien, con calma.', 'Cociné para todos.', ''],
  strong: ['¡Pasé el examen!', 'Caminé una hora y canté.', 'Contenta hoy.'],
} as const;
