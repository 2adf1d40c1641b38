import { foldPlaceName } from '#contract';

/**
 * Words that people use for kinds of help, by service type: English, Spanish, French, Portuguese, Haitian
 * Creole, Arabic, Persian, Russian, Chinese. Those of the last seven languages are drafts that nobody
 * who speaks them has read.
 */
const WORDS: Record<string, string> = {
  shelter: `bed beds sleep housing hostel refuge cama camas dormir albergue refugio alojamiento posada lit
    dormir hébergement abri abrigo dormir alojamento kabann dòmi abri سرير مأوى نوم تخت سرپناه خواب кровать
    ночлег приют жильё жилье 床 床位 住宿 庇护所 避难所`,
  legal: `lawyer lawyers attorney attorneys asylum immigration abogado abogada abogados asilo inmigración migración
    avocat avocate asile advogado advogada asilo avoka azil محامي محام لجوء وکیل پناهندگی адвокат юрист убежище
    律师 法律 庇护`,
  food: `meal meals eat hungry groceries pantry comida comidas comer alimento despensa hambre repas manger nourriture
    comida refeição comer manje repa طعام أكل وجبة غذا خوراک еда питание продукты 食物 吃饭 餐`,
  'basic-needs': `clothes clothing diapers diaper shower toiletries ropa pañales pañal ducha higiene vêtements couches
    douche roupa fraldas banho rad kouchèt ملابس حفاضات دوش لباس پوشک حمام одежда подгузники душ 衣服 尿布 淋浴`,
  'bond-fund': `bond bail fianza fianzas caución caution fiança kosyon كفالة وثیقه залог 保释金 保释`,
  medical: `doctor doctors clinic nurse medicine hospital médico médica doctora clínica enfermera medicina salud
    médecin clinique santé remédio saúde doktè klinik sante طبيب عيادة دواء پزشک دکتر درمانگاه دارو врач клиника
    больница лекарство 医生 诊所 药`,
  'mental-health': `counseling therapy psychologist trauma psicólogo psicóloga terapia consejería psychologue thérapie
    psicólogo sikològ نفسي روانشناس психолог 心理 心理咨询`,
  children: `child kids minors minor youth niño niña niños niñas menores enfant enfants mineurs criança crianças
    timoun أطفال طفل کودک کودکان дети ребёнок ребенок 儿童 孩子`,
  transport: `bus ride taxi flight transporte autobús camión viaje transport ônibus transpò نقل حافلة اتوبوس транспорт
    автобус 交通 巴士`,
  interpretation: `interpreter translator translation intérprete traductor traducción interprète traducteur tradutor
    entèprèt مترجم ترجمة ترجمه переводчик перевод 翻译 口译`,
  'family-reunification': `family reunite familia reunir famille família fanmi عائلة خانواده семья 家庭 团聚`,
  'detention-support': `detention detained visit detención detenido detenida visita détention détenu detenção
    detansyon احتجاز بازداشت задержание 拘留`,
  rescue: `missing lost desert perdido perdida desaparecido desierto disparu désert desaparecido deserto pèdi
    مفقود گمشده пропал пустыня 失踪 沙漠`,
};

let typesByWord: Map<string, string[]> | undefined;

// Built when it is needed first: the browser, which asks for none of it, is sent none of it.
function wordIndex(): Map<string, string[]> {
  if (typesByWord) return typesByWord;
  const index = new Map<string, string[]>();
  for (const [type, words] of Object.entries(WORDS)) {
    for (const word of words.split(/\s+/).map(foldPlaceName)) {
      const types = index.get(word) ?? [];
      if (!types.includes(type)) index.set(word, [...types, type]);
    }
  }
  typesByWord = index;
  return index;
}

/**
 * Returns the service types that a word means in everyday speech, in any of nine languages; empty: none.
 *
 * @param word in any case, with or without accents
 */
export function serviceTypesOf(word: string): string[] {
  return wordIndex().get(foldPlaceName(word)) ?? [];
}
