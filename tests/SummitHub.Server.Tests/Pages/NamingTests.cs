using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Pages;
using SummitHub.Server.Tests.Interchange;
using SummitHub.Server.Words;

namespace SummitHub.Server.Tests.Pages;

/// <summary>What places, slots and actors are called in the reader's language.</summary>
public sealed class NamingTests
{
    private static readonly Summit Sample = SampleFolder.Read().Summit;

    [Theory]
    [InlineData("ar", "مقصورة الاجتماعات الثنائية 3", "قاعة الجمعية العامة")]
    [InlineData("zh", "双边会晤间3", "大会堂")]
    [InlineData("en", "Bilateral meeting booth 3", "General Assembly Hall")]
    [InlineData("ru", "Кабина для двусторонних встреч 3", "Зал Генеральной Ассамблеи")]
    public void A_place_of_the_house_is_called_as_the_readers_language_calls_it(string language, string booth, string hall)
    {
        var naming = In(language);
        Assert.Equal([booth, hall], [naming.Venue(VenueId.Parse("booth-03")), naming.Venue(VenueId.Parse("ga-hall"))]);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("zh")]
    [InlineData("fr")]
    [InlineData("ru")]
    [InlineData("es")]
    public void Only_hotels_and_missions_keep_their_English_names(string language)
    {
        var naming = In(language);
        var own = Sample.Venues.Where(v => v.Kind is not (VenueKind.Hotel or VenueKind.Mission)).ToList();
        Assert.NotEmpty(own);
        Assert.Empty(own.Where(v => naming.Venue(v.Id) == new Wording(language).Apart(v.Name)).Select(v => v.Id));
        Assert.Equal(own.Count, own.Select(v => naming.Venue(v.Id)).Distinct().Count());
    }

    [Fact]
    public void A_hotel_in_an_Arabic_page_is_set_apart() =>
        Assert.Equal("\u2068Grand Hyatt New York\u2069", In("ar").Venue(VenueId.Parse("hotel-grand-hyatt")));

    [Theory]
    [InlineData("ar", "الأربعاء 25، 10:20، مقصورة الاجتماعات الثنائية 4")]
    [InlineData("zh", "25日周三，10:20，双边会晤间4")]
    [InlineData("en", "Wed 25, 10:20, Bilateral meeting booth 4")]
    [InlineData("fr", "mer. 25, 10:20, Cabine d’entretien bilatéral 4")]
    public void A_slot_stands_between_the_commas_of_the_language(string language, string slot)
    {
        var start = new DateTimeOffset(2019, 9, 25, 14, 20, 0, TimeSpan.Zero);
        Assert.Equal(slot, In(language).Slot(new Slot(Interval.Of(start, TimeSpan.FromMinutes(20)), VenueId.Parse("booth-04")), new DateOnly(2019, 9, 24)));
    }

    [Theory]
    [InlineData("ar", "simulated protocol desk", "مكتب المراسم")]
    [InlineData("ar", "simulated chief of delegation of GEO", "رئيس الوفد (جورجيا)")]
    [InlineData("zh", "KAZ notetaker", "记录员（哈萨克斯坦）")]
    [InlineData("en", "simulated site officer of UKR", "Site officer (Ukraine)")]
    [InlineData("zh", "Aigerim Sadykova", "Aigerim Sadykova")]
    [InlineData("ar", "Aigerim Sadykova", "\u2068Aigerim Sadykova\u2069")]
    [InlineData("ar", "Protocol desk, for KAZ (Aigerim)", "\u2068Protocol desk, for KAZ (Aigerim)\u2069")]
    public void An_office_that_acted_is_named_in_the_readers_language_and_a_person_as_he_is(string language, string name, string called) =>
        Assert.Equal(called, In(language).Actor(name));

    private static Naming In(string language) => new(Sample, new Wording(language));
}
