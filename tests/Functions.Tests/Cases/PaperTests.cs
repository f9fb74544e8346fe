using System.Net;
using System.Net.Http.Headers;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

public sealed class PaperTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly byte[] Photo = SampleFiles.Photo();

    [Fact]
    public async Task A_photo_comes_back_as_it_was_sent()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, Photo, "M07");
        var document = await Office.ReadAsync<DocumentView>(sent);
        using var fetched = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/documents/{document.DocumentId}", Town.Agent);

        Assert.Equal(("image/jpeg", Photo), (fetched.Content.Headers.ContentType!.MediaType, await fetched.Content.ReadAsByteArrayAsync()), Same);
        Assert.Equal("received", (await journey.SeeAsync()).Materials.Single(material => material.Code == "M07").Status);
    }

    [Fact]
    public async Task A_paper_that_we_fill_in_is_asked_of_nobody()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        var form = (await journey.SeeAsync()).Materials.Single(material => material.Code == "M03");

        Assert.Equal("prefilled", form.Status);
        Assert.NotNull(form.HeldBy);
    }

    [Fact]
    public async Task Several_papers_of_one_material_are_kept()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var one = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, Photo, "M07");
        using var two = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, SampleFiles.Photo("another"), "M07");
        using var again = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, Photo, "M07");

        Assert.Equal(2, (await journey.SeeAsync()).Materials.Single(material => material.Code == "M07").Documents.Count);
    }

    [Fact]
    public async Task A_paper_that_is_there_is_there_after_the_decision_too_and_another_is_too_late()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, Photo, "M07");
        var document = await Office.ReadAsync<DocumentView>(sent);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();

        using var again = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, Photo, "M07");
        using var another = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, SampleFiles.Photo("another"), "M07");

        Assert.Equal((HttpStatusCode.Created, document.DocumentId), (again.StatusCode, (await Office.ReadAsync<DocumentView>(again)).DocumentId));
        Assert.Equal(HttpStatusCode.Conflict, another.StatusCode);
    }

    [Theory]
    [InlineData("MZ this is a program", "photo.jpg")]
    [InlineData("<html>", "photo.jpg")]
    [InlineData("", "photo.jpg")]
    public async Task Bytes_that_are_not_what_the_name_says_are_refused(string content, string name)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, System.Text.Encoding.ASCII.GetBytes(content), "M07", name);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, ProblemCodes.UnsupportedFile), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task More_than_ten_megabytes_is_too_large()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, [.. Photo, .. new byte[10 * 1024 * 1024]], "M07");
        var problem = await Office.ProblemAsync(answer);

        Assert.Equal((ProblemCodes.TooLarge, "一次最多 10 MB。照片可以拍小一点，或分几次上传。"), (problem.Code, problem.Detail));
    }

    [Fact]
    public async Task A_paper_beyond_the_list_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, Photo, "M08");

        Assert.Equal(ProblemCodes.ExtraMaterial, (await Office.ProblemAsync(answer)).Code);
    }

    [Fact]
    public async Task A_paper_sent_before_applying_is_in_the_case_afterwards()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary();
        using var draft = await SendAsync(office, $"drafts/{application.SubmissionId}/documents", Town.Resident, Photo, "M07");

        using var taken = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);
        var view = await office.GetAsync<CaseView>($"cases/{(await Office.ReadAsync<CaseReceipt>(taken)).CaseId}", Town.Resident);

        Assert.Equal(HttpStatusCode.Created, draft.StatusCode);
        Assert.Single(view.Materials.Single(material => material.Code == "M07").Documents);
    }

    [Fact]
    public async Task Nobody_puts_papers_into_anothers_submission()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary();
        using var draft = await SendAsync(office, $"drafts/{application.SubmissionId}/documents", Town.OtherResident, Photo, "M07");

        using var taken = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);
        var view = await office.GetAsync<CaseView>($"cases/{(await Office.ReadAsync<CaseReceipt>(taken)).CaseId}", Town.Resident);

        Assert.Empty(view.Materials.SelectMany(material => material.Documents));
    }

    [Theory]
    [InlineData(Town.OtherResident)]
    [InlineData(Town.ForeignOfficer)]
    public async Task Papers_of_a_case_do_not_exist_for_strangers(string who)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, Photo, "M07");
        var document = await Office.ReadAsync<DocumentView>(sent);

        using var fetched = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/documents/{document.DocumentId}", who);

        Assert.Equal(HttpStatusCode.NotFound, fetched.StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(Office office, string route, string who, byte[] content, string material, string name = "照片.jpg")
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var request = new HttpRequestMessage(HttpMethod.Post, Routes.Prefix + route) { Content = body };
        request.Headers.Add(Headers.Material, material);
        request.Headers.Add(Headers.FileName, Uri.EscapeDataString(name));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", office.Token(who));
        return office.SendRawAsync(request);
    }

    private static readonly IEqualityComparer<(string? Type, byte[] Bytes)> Same =
        EqualityComparer<(string? Type, byte[] Bytes)>.Create((a, b) => a.Type == b.Type && a.Bytes.SequenceEqual(b.Bytes));
}
