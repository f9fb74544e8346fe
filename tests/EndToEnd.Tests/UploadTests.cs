using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using OneVisit.Contracts;
using OneVisit.Support;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Photos and documents as people send them, and what only pretends to be one.</summary>
public sealed class UploadTests(City city) : IClassFixture<City>
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    [Theory]
    [InlineData("承诺书.png", "image/png")]
    [InlineData("承诺书.jpg", "image/jpeg")]
    [InlineData("承诺书.pdf", "application/pdf")]
    public async Task A_photo_or_a_pdf_is_taken_and_stands_in_the_case(string name, string type)
    {
        using var resident = await ApplyingAsync();

        await resident.Chat.UploadAsync(name, type, Of(type, name));
        var taken = await ForAsync(resident, "M05");
        var document = Assert.Single(Assert.Single(await PapersAfterSubmittingAsync(resident), material => material.Code == "M05").Documents);

        Assert.Contains(Words.Zh("FilesTaken", 1, "诚信承诺书"), taken);
        Assert.Equal(type, document.ContentType);
    }

    [Fact]
    public async Task Several_papers_of_one_kind_are_counted()
    {
        using var resident = await ApplyingAsync();
        foreach (var page in (string[])["一", "二", "三"]) await resident.Chat.UploadAsync($"第{page}页.jpg", "image/jpeg", Of("image/jpeg", page));

        var taken = await ForAsync(resident, "M07");
        await resident.Chat.UploadAsync("第四页.jpg", "image/jpeg", Of("image/jpeg", "四"));
        await ForAsync(resident, "M07");

        Assert.Contains(Words.Zh("FilesTaken", 3, "收入声明"), taken);
        Assert.Equal(4, Assert.Single(await PapersAfterSubmittingAsync(resident), material => material.Code == "M07").Documents.Count);
    }

    [Fact]
    public async Task The_same_photo_twice_is_one_paper()
    {
        using var resident = await ApplyingAsync();
        for (var i = 0; i < 2; i++)
        {
            await resident.Chat.UploadAsync("承诺书.jpg", "image/jpeg", Of("image/jpeg", "同一张"));
            await ForAsync(resident, "M05");
        }

        Assert.Single(Assert.Single(await PapersAfterSubmittingAsync(resident), material => material.Code == "M05").Documents);
    }

    [OwnCityTheory]
    [InlineData("照片.png", "image/png", "MZ\u0090 not a picture", "请用手机给材料拍一张照片发来")]
    [InlineData("照片.jpg", "image/jpeg", "<script>alert(1)</script>", "请发照片")]
    [InlineData("承诺书.pdf", "application/pdf", "#!/bin/sh\necho hello", "请用手机给材料拍一张照片发来")]
    [InlineData("照片.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "请发照片")]
    [InlineData("照片.jpg", "image/jpeg", "\u00ff\u00d8\u00ff\u00e0 broken off", "请重新拍一张照片再发")]
    [InlineData("证明.docx", "application/octet-stream", "PK\u0003\u0004 [Content_Types].xml", "请另存为 PDF")]
    public async Task What_is_no_photo_inside_is_refused_in_plain_words_and_nothing_is_kept(string name, string type, string inside, string advice)
    {
        using var resident = await ApplyingAsync();
        var before = await KeptAsync();

        await resident.Chat.UploadAsync(name, type, Encoding.Latin1.GetBytes(inside));
        var answer = await ForAsync(resident, "M05");

        Assert.Contains(Words.Zh("FilesRefused", name, ""), answer);
        Assert.Contains(advice, answer);
        Assert.Equal(before, await KeptAsync());
    }

    [Fact]
    public async Task The_bytes_count_and_not_the_name()
    {
        using var resident = await ApplyingAsync();

        await resident.Chat.UploadAsync("照片.png", "image/png", Of("application/pdf", "其实是 PDF"));
        await ForAsync(resident, "M05");

        Assert.Equal("application/pdf", Assert.Single(Assert.Single(await PapersAfterSubmittingAsync(resident), material => material.Code == "M05").Documents).ContentType);
    }

    [Fact]
    public async Task Ten_megabytes_are_taken()
    {
        using var resident = await ApplyingAsync();

        await resident.Chat.UploadAsync("大照片.jpg", "image/jpeg", SampleFiles.Photo("大", TenMegabytes));

        Assert.Contains(Words.Zh("FilesTaken", 1, "诚信承诺书"), await ForAsync(resident, "M05"));
    }

    [OwnCityFact]
    public async Task More_than_ten_megabytes_are_refused_in_plain_words_and_nothing_is_kept()
    {
        using var resident = await ApplyingAsync();
        var before = await KeptAsync();

        await resident.Chat.UploadAsync("大照片.jpg", "image/jpeg", SampleFiles.Photo("太大", TenMegabytes + 1));
        var answer = await ForAsync(resident, "M05");

        Assert.Contains(Words.Zh("FilesRefused", "大照片.jpg", Words.Zh("FilesTooLarge")), answer);
        Assert.Equal(before, await KeptAsync());
    }

    [Fact]
    public async Task Far_more_is_turned_away_at_the_door_and_the_conversation_goes_on()
    {
        using var resident = await ApplyingAsync();

        using var answer = await resident.Chat.TryUploadAsync("电影.jpg", "image/jpeg", SampleFiles.Photo("电影", 2 * TenMegabytes));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(Words.Zh("AskName"), await resident.SayAsync("知道了，同意"));
    }

    [Fact]
    public async Task A_photo_from_the_field_goes_into_the_case_that_is_collecting()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.CardAsync(Journey.Agent, "collect-r1");
        var agent = await journey.DeskOfAsync(Journey.Agent);

        await agent.UploadAsync("现场.jpg", "image/jpeg", Of("image/jpeg", "现场"));
        await agent.PostValueAsync(new JsonObject { ["pick"] = $"files:{journey.CaseId}:M05" });

        Assert.Single(Assert.Single((await journey.SeeAsync()).Materials, material => material.Code == "M05").Documents);
    }

    /// <summary>Somebody who sees the list of materials and has not yet agreed to the personal-data notice.</summary>
    private async Task<Resident> ApplyingAsync()
    {
        var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToListAsync();
        return resident;
    }

    private static Task<string> ForAsync(Resident resident, string material) => resident.Chat.PostValueAsync(new JsonObject { ["pick"] = "material:" + material });

    private async Task<IReadOnlyList<CaseMaterial>> PapersAfterSubmittingAsync(Resident resident)
    {
        await resident.IdentifyAsync(Resident.Alone);
        var caseId = Resident.CaseIdIn(await resident.SubmitAsync());
        return (await city.ReadAsync<CaseView>($"cases/{caseId}", city.ResidentOf(resident.Chat))).Materials;
    }

    private async Task<int> KeptAsync()
    {
        var kept = 0;
        await foreach (var _ in new BlobContainerClient(city.Local.Azurite.ConnectionString, "documents").GetBlobsAsync()) kept++;
        return kept;
    }

    private static byte[] Of(string type, string mark) => type switch
    {
        "image/png" => SampleFiles.Png(mark),
        "image/jpeg" => SampleFiles.Photo(mark),
        _ => SampleFiles.Pdf(mark),
    };
}
