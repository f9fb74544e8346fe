using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.State;
using OneVisit.Contracts;
using OneVisit.Conversation;

namespace OneVisit.Bot.Tests.City;

/// <summary>What the bot remembers of a conversation, read and put there.</summary>
internal static class Memories
{
    /// <summary>A resident whose application is complete and shown for a last look.</summary>
    public static async Task<Talker> ReadyToSubmitAsync(this BotCity city, string submissionId)
    {
        var resident = await city.MetAsync();
        await city.RememberAsync(resident.Conversation, talk => talk with
        {
            Resident = talk.Resident! with
            {
                Stage = Stage.Summary, SubmissionId = submissionId, Household = new HouseholdFacts { HasLocalHukou = true, Area = "rural", Members = 4, MonthlyIncome = 1300 },
                Draft = new Draft { Name = "张三", IdNumber = "370982197001010016", Phone = "13800005678", Village = "370982103201", Privacy = "v1", Mandate = true },
            },
        });
        return resident;
    }

    /// <summary>As it lies in the store, opened.</summary>
    public static async Task<string> MemoryOfAsync(this BotCity city, string conversation) => (string)(await ItemAsync(city, await KeyOfAsync(city, conversation)))["talk"];

    public static Task RememberAsync(this BotCity city, string conversation, Func<Talk, Talk> change) =>
        city.RememberAsync(conversation, json => JsonSerializer.Serialize(change(JsonSerializer.Deserialize<Talk>(json)!)));

    public static async Task RememberAsync(this BotCity city, string conversation, Func<string, string> change)
    {
        var key = await KeyOfAsync(city, conversation);
        var item = await ItemAsync(city, key);
        item["talk"] = change((string)item["talk"]);
        await city.Services.GetRequiredService<IStorage>().WriteAsync(new Dictionary<string, object> { [key] = item });
    }

    private static async Task<IDictionary<string, object>> ItemAsync(BotCity city, string key) =>
        (IDictionary<string, object>)(await city.Services.GetRequiredService<IStorage>().ReadAsync([key]))[key];

    // Beside a conversation lies whose it is.
    private static async Task<string> KeyOfAsync(BotCity city, string conversation) => $"directline/users/{(await ItemAsync(city, $"directline/conversations/{conversation}"))["person"]}";
}
