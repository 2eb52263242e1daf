using SummitHub.Server.Words;

namespace SummitHub.Server.Tests.Words;

/// <summary>How a language writes dates, figures, and names that run the other way.</summary>
public sealed class WordingTests
{
    private static readonly DateTime Tuesday = new(2019, 9, 24);

    [Theory]
    [InlineData("ar", "الثلاثاء، 24 أيلول/سبتمبر", "الثلاثاء 24", "24 أيلول/سبتمبر 2019")]
    [InlineData("zh", "9月24日星期二", "24日周二", "2019年9月24日")]
    [InlineData("en", "Tuesday, 24 September", "Tue 24", "24 Sep 2019")]
    [InlineData("fr", "mardi 24 septembre", "mar. 24", "24 sept. 2019")]
    [InlineData("ru", "вторник, 24 сентября", "вт, 24", "24 сент. 2019 г.")]
    [InlineData("es", "martes 24 de septiembre", "mar 24", "24 sept 2019")]
    public void A_day_is_written_as_the_language_writes_it_with_Western_digits(string language, string day, string shortDay, string date)
    {
        var words = new Wording(language);
        string[] written = [.. new[] { "format.day", "format.shortDay", "format.date" }.Select(f => Tuesday.ToString(words[f], words.Culture))];
        Assert.Equal([day, shortDay, date], written);
    }

    [Fact]
    public void Every_month_has_both_its_Arabic_names()
    {
        var words = new Wording("ar");
        var months = Enumerable.Range(1, 12).Select(m => new DateTime(2019, m, 1).ToString("d MMMM", words.Culture)).ToList();
        Assert.Equal("1 كانون الثاني/يناير", months[0]);
        Assert.Equal("1 كانون الأول/ديسمبر", months[11]);
        Assert.Equal(12, months.Distinct().Count());
        Assert.All(months, m => Assert.Single(m, c => c == '/'));
    }

    [Theory]
    [InlineData("ar", "1,200,000.5")]
    [InlineData("zh", "1,200,000.5")]
    [InlineData("en", "1,200,000.5")]
    [InlineData("es", "1.200.000,5")]
    public void A_figure_is_written_with_Western_digits_and_the_separators_that_belong_to_them(string language, string written) =>
        Assert.Equal(written, 1_200_000.5m.ToString("#,##0.##", new Wording(language).Culture));

    [Theory]
    [InlineData("ar", "Booth 3 (East)", true)]
    [InlineData("ar", "Касым-Жомарт Токаев", true)]
    [InlineData("ar", "联合国", true)]
    [InlineData("ar", "الأردن", false)]
    [InlineData("ar", "10:20–10:40", false)]
    [InlineData("en", "الأردن", true)]
    [InlineData("en", "Booth 3 (East)", false)]
    [InlineData("zh", "约旦", false)]
    [InlineData("zh", "שלום", true)]
    public void A_name_that_runs_against_the_page_is_set_apart_and_no_other(string language, string name, bool apart) =>
        Assert.Equal(apart ? $"\u2068{name}\u2069" : name, new Wording(language).Apart(name));

    [Theory]
    [InlineData("en", "Declined: no time")]
    [InlineData("fr", "Declined\u00a0: no time")]
    [InlineData("zh", "Declined：no time")]
    public void A_reason_follows_by_the_colon_of_the_language(string language, string said) =>
        Assert.Equal(said, new Wording(language).Because("Declined", "no time"));

    [Fact]
    public void Without_a_reason_nothing_follows()
    {
        Assert.Equal("Declined", new Wording("en").Because("Declined", null));
        Assert.Equal("Declined", new Wording("en").Because("Declined", ""));
    }
}
