package io.levelfield.generate;

import java.util.List;

/** Names put together from parts, of schools and municipalities that do not exist. */
final class FictionalNames {
  private static final List<String> LAND_FIRST =
      List.of(
          "Бело", "Светло", "Тихо", "Ясно", "Сине", "Остро", "Добро", "Звонко", "Мало", "Велико",
          "Старо", "Ново", "Верхне", "Нижне", "Право", "Лево", "Дальне", "Много", "Злато", "Ранне",
          "Широко", "Горно", "Сухо", "Громко");
  private static final List<String> LAND_SECOND =
      List.of(
          "дольский",
          "озеринский",
          "реченский",
          "полянский",
          "бережский",
          "ключевский",
          "журавский",
          "рябинский",
          "ольшанский",
          "кленовский",
          "осинский",
          "луговинский",
          "родниковский",
          "ивнинский",
          "холмовский",
          "перелесский",
          "калинский",
          "туманский",
          "черёмухский",
          "соловьинский");
  private static final List<String> VILLAGES =
      List.of(
          "Ольховская",
          "Рябиновская",
          "Журавлинская",
          "Тиходольская",
          "Заозеринская",
          "Ключеводская",
          "Перелесковская",
          "Белорощинская",
          "Кленовополянская",
          "Ивнянковская",
          "Соловьиногорская",
          "Ржанопольская",
          "Светлобережская",
          "Малиноворощинская",
          "Камышинковская",
          "Осоковская",
          "Липоводольская",
          "Черёмуховоречинская",
          "Синеозеринская",
          "Полынковская",
          "Дубоворощинская",
          "Овсяниковская",
          "Росинковская",
          "Вербнодольская",
          "Старомельниковская",
          "Новокузовинская",
          "Ясноручьинская",
          "Холмогрядская",
          "Березнодольская",
          "Калинополянская",
          "Стрижинская",
          "Туманноболотинская",
          "Лугоречинская",
          "Щавелевская",
          "Еловогорская",
          "Пчелиноборская",
          "Ромашкинская",
          "Василькоозеринская",
          "Мятнорощинская",
          "Грачеполянская");

  private FictionalNames() {}

  /** The name of a municipality; different for different numbers. */
  static String municipality(int number) {
    // Stepping through both lists at once keeps neighbours apart; 24 and 20 repeat after 120, so
    // the second list moves on by one then.
    int combinations = LAND_FIRST.size() * LAND_SECOND.size();
    int within = number % combinations;
    String first = LAND_FIRST.get(within % LAND_FIRST.size());
    String second = LAND_SECOND.get((within + within / 120) % LAND_SECOND.size());
    String name = first + second + " район";
    return number < combinations ? name : name + " (" + (number / combinations + 1) + ")";
  }

  /** The name of an urban school; {@code number} is its number within the municipality. */
  static String urban(boolean selective, int number) {
    String kind = selective ? (number % 2 == 0 ? "Гимназия" : "Лицей") : "Средняя школа";
    return "МБОУ «" + kind + " № " + number + "»";
  }

  /** The name of a rural school; {@code number} is its number among its municipality's villages. */
  static String rural(boolean eleventhGrade, int municipality, int number) {
    String village = VILLAGES.get((municipality * 7 + number) % VILLAGES.size());
    String kind = eleventhGrade ? "средняя" : "основная";
    return "МБОУ «" + village + " " + kind + " школа»";
  }
}
