using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class BooksTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly CardPlace Place = new("staff:zhai-officer", Sample.CaseId, "survey-r1", "conversation|1", "activity/7");

    private BotStateBlobs State => new(Storage);

    [Fact]
    public async Task State_is_read_as_it_was_written()
    {
        await State.WriteAsync("directline/conversations/a|b", """{"问":1}""", null);

        Assert.Equal("""{"问":1}""", (await State.ReadAsync("directline/conversations/a|b"))!.Json);
    }

    [Fact]
    public async Task State_that_was_never_written_is_not_there() => Assert.Null(await State.ReadAsync("nobody"));

    [Fact]
    public async Task Who_read_an_older_state_does_not_overwrite_a_newer_one()
    {
        var first = Assert.IsType<StateWrite.Saved>(await State.WriteAsync("k", "1", null));
        await State.WriteAsync("k", "2", first.ETag);

        Assert.IsType<StateWrite.Conflict>(await State.WriteAsync("k", "3", first.ETag));
        Assert.Equal("2", (await State.ReadAsync("k"))!.Json);
    }

    [Fact]
    public async Task State_meant_to_be_the_first_does_not_overwrite()
    {
        await State.WriteAsync("k", "1", null);

        Assert.IsType<StateWrite.Conflict>(await State.WriteAsync("k", "2", null));
    }

    [Fact]
    public async Task State_written_regardless_overwrites()
    {
        await State.WriteAsync("k", "1", null);
        await State.WriteAsync("k", "2", BotStateBlobs.Any);

        Assert.Equal("2", (await State.ReadAsync("k"))!.Json);
    }

    [Fact]
    public async Task The_etag_of_a_write_is_good_for_the_next()
    {
        var first = Assert.IsType<StateWrite.Saved>(await State.WriteAsync("k", "1", null));

        Assert.Equal(first.ETag, (await State.ReadAsync("k"))!.ETag);
    }

    [Fact]
    public async Task Deleted_state_is_gone()
    {
        await State.WriteAsync("k", "1", null);
        await State.DeleteAsync("k");

        Assert.Null(await State.ReadAsync("k"));
    }

    [Fact]
    public async Task A_card_is_found_by_its_reader()
    {
        await new CardBook(Storage).PutAsync(Place);

        Assert.Equal(Place, await new CardBook(Storage).FindAsync(Place.Participant, Place.CaseId, Place.TaskId));
    }

    [Fact]
    public async Task The_newest_card_of_a_reader_for_a_task_counts()
    {
        var cards = new CardBook(Storage);
        await cards.PutAsync(Place);
        await cards.PutAsync(Place with { ActivityId = "activity/8" });

        Assert.Equal("activity/8", (await cards.FindAsync(Place.Participant, Place.CaseId, Place.TaskId))!.ActivityId);
    }

    [Fact]
    public async Task Cards_of_a_task_in_one_conversation_are_kept_together_and_not_without_end()
    {
        var cards = new CardBook(Storage);
        var place = Place with { TaskId = "verify-r1" };
        for (var card = 1; card <= 8; card++)
            await cards.PutAsync((place with { ActivityId = $"activity/{card}" }).After(await cards.FindAsync(place.Participant, place.CaseId, place.TaskId)));
        var found = (await cards.FindAsync(place.Participant, place.CaseId, place.TaskId))!;

        Assert.Equal("activity/8", found.ActivityId);
        Assert.Equal(["activity/7", "activity/6", "activity/5", "activity/4"], found.Earlier);
        Assert.Null((place with { ConversationId = "conversation|2" }).After(found).Earlier);
    }

    [Fact]
    public async Task A_conversation_is_found_by_participant()
    {
        var book = new ConversationBook(Storage);
        await book.SaveAsync("resident:abc", "{}");

        Assert.Equal("{}", (await book.FindAsync("resident:abc"))!.Json);
    }

    [Fact]
    public async Task A_conversation_saved_with_an_old_etag_is_a_conflict()
    {
        var book = new ConversationBook(Storage);
        await book.SaveAsync("resident:abc", "1", null);
        var read = await book.FindAsync("resident:abc");
        await book.SaveAsync("resident:abc", "2", read!.ETag);

        Assert.IsType<StateWrite.Conflict>(await book.SaveAsync("resident:abc", "3", read.ETag));
    }
}
