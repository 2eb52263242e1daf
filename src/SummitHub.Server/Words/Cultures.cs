using System.Globalization;

namespace SummitHub.Server.Words;

/// <summary>How each language writes dates and figures.</summary>
internal static class Cultures
{
    // The documents of the United Nations name each month twice, as the East and as the West of the Arab world do.
    private static readonly string[] ArabicMonths =
    [
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه",
        "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر", "",
    ];

    private static readonly CultureInfo Arabic = MakeArabic();

    /// <summary>The culture of a language of the word book.</summary>
    public static CultureInfo Of(string language) => language == "ar" ? Arabic : CultureInfo.GetCultureInfo(language);

    private static CultureInfo MakeArabic()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("ar").Clone();
        var dates = culture.DateTimeFormat;
        dates.Calendar = new GregorianCalendar();
        dates.MonthNames = dates.MonthGenitiveNames = dates.AbbreviatedMonthNames = dates.AbbreviatedMonthGenitiveNames = ArabicMonths;
        // Digits are Western in every language, as on the walls; Arabic separators belong to Arabic digits.
        culture.NumberFormat.NumberGroupSeparator = ",";
        culture.NumberFormat.NumberDecimalSeparator = ".";
        culture.NumberFormat.NegativeSign = "-";
        return CultureInfo.ReadOnly(culture);
    }
}
