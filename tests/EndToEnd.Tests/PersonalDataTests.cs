namespace OneVisit.EndToEnd.Tests;

/// <summary>What a finished case leaves behind tells nobody who it was about, nor what they told of their life.</summary>
[Collection(WholeCourse.Name)]
public sealed class PersonalDataTests(WholeCourse course)
{
    [OwnCityTheory]
    [InlineData(Resident.IdNumber)]
    [InlineData(WholeCourse.MistypedNumber)]
    [InlineData(Resident.Phone)]
    [InlineData(Resident.Name)]
    [InlineData("靠我当保洁的工资")]
    [InlineData("\"monthlyIncome\":")]
    public async Task Nowhere_can_the_person_or_the_story_be_read(string secret) => Assert.Empty(await Traces.WhereAsync(course.City, secret));

    [OwnCityFact]
    public void The_bot_shows_the_number_to_nobody()
    {
        var said = course.Journey.Chats.SelectMany(chat => chat.Heard.Where(heard => heard["from"]!["id"]!.ToString() != chat.UserId)).Select(heard => heard.ToJsonString());

        Assert.DoesNotContain(said, heard => heard.Contains(Resident.IdNumber, StringComparison.Ordinal));
    }

    [OwnCityFact]
    public async Task The_search_finds_what_may_be_read()
    {
        var found = await Traces.WhereAsync(course.City, course.CaseId);

        Assert.All((string[])["table Journal", "table Cases", "blob documents/", "file durable.db", "file logs"], place =>
            Assert.Contains(found, where => where.StartsWith(place, StringComparison.Ordinal)));
    }

    // Whatever somebody types into an address: a name, too.
    [OwnCityFact]
    public async Task No_address_that_was_asked_for_stands_in_the_log() =>
        Assert.DoesNotContain(await Traces.WhereAsync(course.City, $"/api/cases/{course.CaseId}/tasks/decide-r1/outcome"), where => where.StartsWith("file logs", StringComparison.Ordinal));
}
