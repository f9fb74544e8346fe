using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.Browser.Tests;

/// <summary>What offices do with a case where a test looks at something else: over HTTP, as their cards would post it.</summary>
internal sealed class OfficeWork(Uri backOffice, byte[] frontDoorKey, TimeProvider clock, Func<Task> settle) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(backOffice, Routes.Prefix), Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>From the papers to the notice that hangs.</summary>
    public async Task HangsAsync(string caseId)
    {
        await DoAsync(caseId, "collect-r1", "shi-agent", new(ActNames.Collected, Materials: ["M04", "M05", "M07"]));
        await DoAsync(caseId, "survey-r1", "zhai-officer", new(ActNames.Surveyed, MonthlyIncomeFound: 1200, MembersFound: 4) { Second = "zhai-officer-2" });
        await DoAsync(caseId, "survey-cosign-r1", "zhai-officer-2", new(ActNames.Cosigned));
        await DoAsync(caseId, "verify-r1", "zhai-officer", new(ActNames.Verified, Verification: "consistent"));
        await DoAsync(caseId, "review-r1", "zhai-officer", new(ActNames.Propose, Amount: 1720));
        await DoAsync(caseId, "notice-r1", "zhai-officer", new(ActNames.NoticePosted));
    }

    private async Task DoAsync(string caseId, string taskId, string who, TaskOutcome outcome)
    {
        // The process opens the next task a moment after the one before is done.
        await settle();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"cases/{caseId}/tasks/{taskId}/outcome") { Content = JsonContent.Create(outcome, options: Wire.Json) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf("staff:" + who));
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{taskId}: {await answer.Content.ReadAsStringAsync()}");
        await settle();
    }

    private string TokenOf(string participant)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = FrontDoorToken.Issuer, Audience = FrontDoorToken.Audience, NotBefore = now, Expires = now.AddMinutes(FrontDoorToken.LifetimeMinutes),
            Claims = new Dictionary<string, object> { [FrontDoorToken.SubjectClaim] = participant },
            SigningCredentials = new(new SymmetricSecurityKey(frontDoorKey), SecurityAlgorithms.HmacSha256),
        });
    }

    public void Dispose() => http.Dispose();
}
