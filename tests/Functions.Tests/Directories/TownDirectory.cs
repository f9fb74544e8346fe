using System.Collections.Immutable;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;
using OneVisit.Functions.Directories;
using OneVisit.Functions.Directories.Files;
using OneVisit.Functions.Tests.Running;

namespace OneVisit.Functions.Tests.Directories;

/// <summary>Directories of 翟镇, handed in over HTTP as a clerk does. All people are made up.</summary>
internal static class TownDirectory
{
    public const string NewVillage = "370982103301";
    public const string Merged = "370982103202";

    public static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly DateOnly Long = new(2020, 1, 1);

    /// <summary>史家庄 under another name, 东柳 as it was, a village that no catalogue has, and the agents of all three.</summary>
    public static DirectoryEdition Edition { get; } = new DirectoryEdition(
        [
            new(Town.Village, new("史家新村", "Shijia New Village"), ["史家庄村"], Long), new(Merged, new("东柳村", "Dongliu Village"), [], Long),
            new(NewVillage, new("望岳村", "Wangyue Village"), [], Long),
        ],
        [new(NewVillage + "001", new("望岳村第一网格", "Wangyue Grid 1"), GridKind.Rural, 180, ["关帝庙"], Long)],
        [
            Agent("wang-agent", "王秀兰", NewVillage), Agent("qin-agent", "秦芳", Merged), Agent("shi-agent", "史建国", Town.Village),
            new("g-001", "于洪", [], [new(GridRole.Manager, NewVillage + "001", Long)], []),
        ],
        [new("370982103", "370982103-01", null, null, null, Long)]).Ordered();

    /// <summary>东柳 goes into 史家庄 on 1 December, and its agent with it.</summary>
    public static DirectoryEdition AfterMerger { get; } = Edition with
    {
        Villages = [.. Edition.Villages.Select(village => village.Code == Merged ? village with { To = new(2026, 11, 30), Into = Town.Village } : village)],
        People = [.. Edition.People.Select(person => person.Id == "qin-agent" ? person with { Posts = [person.Posts[0] with { To = new(2026, 11, 30) }] } : person)],
    };

    public static DirectoryEdition Without(string id) => Edition with { People = [.. Edition.People.Where(person => person.Id != id)] };

    public static PersonRecord Agent(string id, string name, string village) => new(id, name, [new(Role.VillageAgent, "village/" + village, Long)], [], []);

    public static byte[] File(DirectoryEdition edition, Language language = Language.Chinese) => new DirectoryFiles().Write(DirectoryWriter.Write(edition, language), DirectoryFileKind.Workbook);

    public static Task<HttpResponseMessage> HandInAsync(Office office, byte[] file, string who = Town.Reviewer, string language = "zh-CN")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.Add(Headers.FileName, Uri.EscapeDataString("名录.xlsx"));
        content.Headers.Add(Headers.Note, Uri.EscapeDataString("村居撤并"));
        return office.SendAsync(HttpMethod.Post, Routes.Directories, who, content, language);
    }

    public static async Task<DirectoryHandedIn> HandedInAsync(Office office, DirectoryEdition edition)
    {
        using var answer = await HandInAsync(office, File(edition));
        return await Office.ReadAsync<DirectoryHandedIn>(answer);
    }

    public static Task<HttpResponseMessage> ActivateAsync(Office office, string version, DateOnly from, int? seen = null) =>
        office.SendAsync(HttpMethod.Post, $"directories/{version}/activations", Town.Reviewer, new PutInForce(from, Seen: seen));

    /// <summary>Handed in, put in force and written whole.</summary>
    public static async Task<string> PutInForceAsync(Office office, DirectoryEdition edition, DateOnly? from = null)
    {
        var version = (await HandedInAsync(office, edition)).Version.Version;
        using var answer = await ActivateAsync(office, version, from ?? Today);
        await Office.ReadAsync<DirectoryActivationView>(answer);
        await office.Services.GetRequiredService<DirectoryApplying>().ApplyAsync(default);
        return version;
    }

    public static Task<DirectoryBook> BookAsync(Office office) => office.GetAsync<DirectoryBook>(Routes.Directories, Town.Reviewer);
}
