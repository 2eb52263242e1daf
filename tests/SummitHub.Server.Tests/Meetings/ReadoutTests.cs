using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SummitHub.Server.Tests.Access;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Meetings;

/// <summary>Readouts over HTTP: each side composes its own, in its languages, and what is published everybody at the summit reads.</summary>
public sealed class ReadoutTests(SampleServer server)
{
    [Fact]
    public async Task Two_sides_tell_of_one_meeting_each_in_its_words_and_in_two_languages()
    {
        using var desk = await server.SignInAsync("desk");
        using var mongolia = await server.SignInAsync("MNG");
        using var oman = await server.SignInAsync("OMN");
        var booked = await desk.SendAsync($"{Api}/meetings", JsonSerializer.Serialize(new
        {
            parties = SeenMeetings.Parties("MNG", "OMN"), start = "2019-09-30T18:10:00-04:00", end = "2019-09-30T18:30:00-04:00", venue = "booth-11",
        }));
        Assert.True(booked.Status == HttpStatusCode.OK, $"{booked.Body}");
        var meeting = booked.Body.GetProperty("meetings")[0].GetProperty("id").GetString()!;
        var outcome = $"{Api}/meetings/{meeting}/outcome";
        await OkAsync(mongolia, $"{outcome}/items", """{"id":"wool","kind":"project","text":"Cashmere mills","others":[{"language":"ar","text":"مصانع الكشمير"},{"language":"ru","text":"Кашемировые фабрики"}]}""");
        await OkAsync(mongolia, $"{outcome}/items/wool/offer", "{}");
        await OkAsync(oman, $"{outcome}/items/wool/accept", "{}");

        await OkAsync(mongolia, $"{outcome}/readouts", """{"language":"en","title":"On wool","lead":"They met.","items":["MNG/wool"]}""");
        await OkAsync(mongolia, $"{outcome}/readouts", """{"language":"ru","lead":"Встретились.","items":["MNG/wool"]}""");
        await OkAsync(oman, $"{outcome}/readouts", """{"language":"ar","title":"بيان","lead":"التقيا.","items":["MNG/wool"]}""");
        Assert.DoesNotContain("They met.", (await desk.ReadAsync($"{Api}/readouts")).Body.ToString(), StringComparison.Ordinal);
        foreach (var (who, language) in ((HttpClient, string)[])[(mongolia, "en"), (mongolia, "ru"), (oman, "ar")]) await OkAsync(who, $"{outcome}/readouts/{language}/publish", "{}");

        var told = (await desk.ReadAsync($"{Api}/readouts")).Body.EnumerateArray().Single(m => m.GetProperty("meeting").GetString() == meeting);
        Assert.Equal(
            ["MNG en Cashmere mills", "MNG ru Кашемировые фабрики", "OMN ar مصانع الكشمير"],
            told.GetProperty("readouts").EnumerateArray().Select(r => $"{r.GetProperty("side").GetString()} {r.GetProperty("language").GetString()} {r.GetProperty("lines")[0].GetString()}"));
        using (var page = await desk.GetAsync($"/summits/unga74/readouts/{meeting}/OMN/ar", TestContext.Current.CancellationToken))
            Assert.Contains("lang=\"ar\" dir=\"rtl\"", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await AssertDocumentAsync(desk, $"{Api}/readouts/{meeting}/OMN/ar.docx", fromTheRight: true, "بيان", "التقيا.", "مصانع الكشمير");
        await AssertDocumentAsync(desk, $"{Api}/readouts/{meeting}/MNG/ru.docx", fromTheRight: false, "Встретились.", "Кашемировые фабрики");
        await AssertDocumentAsync(mongolia, $"{outcome}/readouts/en.docx", fromTheRight: false, "On wool", "They met.", "Cashmere mills");

        await OkAsync(oman, $"{outcome}/readouts/ar/withdraw", "{}");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.ReadAsync($"{Api}/readouts/{meeting}/OMN/ar.docx")).Status);
        // What a side has composed is nobody else's to take away, published or not.
        Assert.Equal(HttpStatusCode.NotFound, (await mongolia.ReadAsync($"{outcome}/readouts/ar.docx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.ReadAsync($"{outcome}/readouts/en.docx")).Status);
    }

    private static async Task OkAsync(HttpClient caller, string path, string body)
    {
        var (status, said) = await caller.SendAsync(path, body);
        Assert.True(status == HttpStatusCode.OK, $"{path} answered {status}: {said}");
    }

    private static async Task AssertDocumentAsync(HttpClient caller, string path, bool fromTheRight, params string[] texts)
    {
        var bytes = await caller.GetByteArrayAsync(path, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        var paragraphs = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().ToList();
        foreach (var text in texts) Assert.Contains(paragraphs, p => p.InnerText == text);
        Assert.All(paragraphs, p => Assert.Equal(fromTheRight, p.ParagraphProperties!.Elements<BiDi>().Any()));
        Assert.All(paragraphs.SelectMany(p => p.Descendants<RunProperties>()), r => Assert.Equal(fromTheRight, r.Elements<RightToLeftText>().Any()));
    }
}
