using SummitHub.Grains.Programme;

namespace SummitHub.Grains.Tests.Programme;

/// <summary>When a replica that was nudged asks its store, and when it knows already.</summary>
public sealed class LogNewsTests : IDisposable
{
    private readonly LogNews news = new();

    public void Dispose() => news.Dispose();

    [Fact]
    public async Task A_length_that_was_read_already_wakes_and_is_no_news()
    {
        news.Grew(7);
        await news.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((true, false), (news.IsNewsAt(6), news.IsNewsAt(7)));
    }

    [Fact]
    public async Task What_is_due_is_news_once_whatever_was_read()
    {
        news.Grew(7);
        news.Look();
        await news.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((true, false), (news.IsNewsAt(7), news.IsNewsAt(7)));
    }

    [Fact]
    public void A_log_that_is_shorter_than_it_was_is_news()
    {
        news.Grew(7);
        news.Grew(1);
        Assert.True(news.IsNewsAt(7));
    }
}
