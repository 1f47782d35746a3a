/**
 * Makes a synthetic district, region or nation whose truth is known: files as an authority's
 * analyst exports them, and beside them the group each school was planted in.
 *
 * <p>The files and their headers:
 *
 * <ul>
 *   <li>{@code schools.csv}: {@code Код школы, Наименование, Муниципалитет, Тип местности} (город
 *       or село){@code , Лицей или гимназия} (да or нет){@code , Параллельных классов} (0: grades
 *       taught together){@code , Минут до центра}
 *   <li>{@code results-YYYY.csv}, a row per pupil and examination: {@code Год, Процедура, Предмет,
 *       Класс, Код школы, Код ученика, Балл} (raw score; empty: absent){@code , Отметка} (2 to 5;
 *       empty for ЕГЭ, which has none)
 *   <li>{@code minimums.csv}: {@code Процедура, Предмет, Класс, Год, Минимальный балл, Высокий
 *       балл, Максимальный балл}
 *   <li>{@code social-passports.csv}: {@code Код школы, Наименование, Год, Учащихся, Семей}, counts
 *       of families and pupils, and {@code Доля учащихся с неродным русским} (0 to 1)
 *   <li>{@code truth.csv}: {@code school_id, group, context, effect}
 *   <li>{@code dirt.csv}, when rows were spoiled on request: {@code file, line, column, kind,
 *       value}
 *   <li>{@code study.yaml} and {@code README.md}
 * </ul>
 *
 * <p>The same options give the same bytes on every machine and Java release.
 */
package io.levelfield.generate;
