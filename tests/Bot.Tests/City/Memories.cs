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
    public static async Task<string> MemoryOfAsync(this BotCity city, string conversation) => (string)(await ItemAsync(city, conversation))["talk"];

    public static Task RememberAsync(this BotCity city, string conversation, Func<Talk, Talk> change) =>
        city.RememberAsync(conversation, json => JsonSerializer.Serialize(change(JsonSerializer.Deserialize<Talk>(json)!)));

    public static async Task RememberAsync(this BotCity city, string conversation, Func<string, string> change)
    {
        var item = await ItemAsync(city, conversation);
        item["talk"] = change((string)item["talk"]);
        await city.Services.GetRequiredService<IStorage>().WriteAsync(new Dictionary<string, object> { [KeyOf(conversation)] = item });
    }

    private static async Task<IDictionary<string, object>> ItemAsync(BotCity city, string conversation) =>
        (IDictionary<string, object>)(await city.Services.GetRequiredService<IStorage>().ReadAsync([KeyOf(conversation)]))[KeyOf(conversation)];

    private static string KeyOf(string conversation) => $"directline/conversations/{conversation}";
}
