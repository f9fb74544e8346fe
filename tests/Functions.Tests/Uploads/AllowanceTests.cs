using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Documents;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Uploads;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Uploads;

/// <summary>How much somebody may send.</summary>
public sealed class AllowanceTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly UploadAllowance Two = new(2, 1000);

    [Fact]
    public async Task Who_sent_enough_today_is_asked_to_come_back_tomorrow_and_may()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var key = office.Services.GetRequiredService<Senders>().CountedUnder(Town.Resident);
        for (var sent = 0; sent < UploadAllowance.ResidentsDay.Files; sent++)
            await office.Services.GetRequiredService<UploadBook>().TryCountAsync(key, office.Clock.Today(), 1, UploadAllowance.ResidentsDay);

        using var refused = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);
        using var another = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Agent);
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(1));
        using var tomorrow = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);

        var problem = await Office.ProblemAsync(refused);
        Assert.Equal((HttpStatusCode.TooManyRequests, ProblemCodes.TooManyFiles), (refused.StatusCode, problem.Code));
        Assert.Contains("请明天再发", problem.Detail, StringComparison.Ordinal);
        Assert.True(another.IsSuccessStatusCode && tomorrow.IsSuccessStatusCode);
    }

    [Fact]
    public async Task An_application_that_is_being_written_takes_sixty_files()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary();
        var store = office.Services.GetRequiredService<DocumentStore>();
        var key = office.Services.GetRequiredService<PersonalData>().SubmissionKeys(Town.Resident, application.SubmissionId)[0];
        for (var sent = 0; sent < UploadAllowance.Draft.Files; sent++)
            await store.PutDraftAsync(key, "M07", DocumentType.Jpeg, BinaryData.FromBytes(SampleFiles.Photo($"{sent}")));

        using var oneMore = await SendAsync(office, $"drafts/{application.SubmissionId}/documents", Town.Resident, SampleFiles.Photo("one more"));
        using var again = await SendAsync(office, $"drafts/{application.SubmissionId}/documents", Town.Resident, SampleFiles.Photo("0"));

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.Created), (oneMore.StatusCode, again.StatusCode));
        Assert.Contains("先把申请交上去", (await Office.ProblemAsync(oneMore)).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 998, 2, true)]
    [InlineData(1, 998, 3, false)]
    [InlineData(2, 0, 1, false)]
    public void Both_bounds_are_inclusive(int files, long bytes, long more, bool taken) => Assert.Equal(taken, Two.Takes(files, bytes, more));

    private static Task<HttpResponseMessage> SendAsync(Office office, string route, string who, byte[]? photo = null)
    {
        var body = new ByteArrayContent(photo ?? SampleFiles.Photo());
        body.Headers.Add(Headers.Material, "M07");
        return office.SendAsync(HttpMethod.Post, route, who, body);
    }
}
