using OneVisit.Domain.Directories;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Places;

namespace OneVisit.Domain.Tests.Directories;

/// <summary>A directory of one township as a clerk writes it, to be changed in one place. All people are made up.</summary>
internal sealed class SmallDirectory
{
    public static readonly DateOnly Today = new(2026, 11, 27);

    /// <summary>Made up, with a right check digit.</summary>
    public const string Number = "370982197001010016";

    public const string Account = "5b0f3a52-8c1d-4e7e-9a44-0c6a1f2e3d10";

    public static LookupHash Lookup { get; } = new([.. Enumerable.Repeat((byte)7, 32)]);

    public static Gazetteer Places { get; } = new(
        [new("370982103", new("翟镇", "Zhaizhen Town"), true), new("370982108", new("天宝镇", "Tianbao Town"), false)],
        [new("370982103205", new("后羊村", "Houyang Village"), "370982103")]);

    private readonly Dictionary<string, (string Name, List<string> Headings, List<List<string>> Rows)> sheets = new()
    {
        ["villages"] = ("村居", ["村居代码", "名称", "英文名", "曾用名或俗称", "起始日", "截止日", "并入"],
        [
            ["370982103201", "史家庄村", "Shijiazhuang Village", "史庄、老史家", "2020-01-01", "", ""],
            ["370982103202", "东柳村", "Dongliu Village", "", "2020-01-01", "2026-12-31", "370982103201"],
        ]),
        ["grids"] = ("网格", ["网格代码", "名称", "英文名", "类型", "户数", "地标", "起始日", "截止日"],
        [
            ["370982103201001", "史家庄村第一网格", "Shijiazhuang Grid 1", "农村", "180", "关帝庙、小学", "2020-01-01", ""],
            ["370982103202001", "东柳村第一网格", "Dongliu Grid 1", "城市", "90", "", "2020-01-01", "2026-12-31"],
        ]),
        ["people"] = ("人员", ["工号", "姓名", "身份证号", "统一认证账号"],
            [["shi-agent", "史建国", Number, Account], ["zhai-chief", "王立新", "", ""], ["zhai-deputy", "何秀英", "", ""], ["g-001", "于洪", "", ""]]),
        ["posts"] = ("岗位", ["工号", "岗位", "单位代码", "起始日", "截止日"],
        [
            ["shi-agent", "村级代办员", "370982103201", "2020-01-01", ""],
            ["zhai-chief", "首席代表", "370982103", "2020-01-01", "2026-12-31"],
            ["zhai-deputy", "副首席代表", "township/370982103", "2020-01-01", ""],
            ["zhai-deputy", "首席代表", "370982103", "2027-01-01", ""],
        ]),
        ["duties"] = ("网格职责", ["工号", "职责", "网格代码", "起始日", "截止日"], [["g-001", "网格长", "370982103201001", "2020-01-01", ""], ["shi-agent", "信息员", "370982103201001", "2021-01-01", ""]]),
        ["trainings"] = ("培训", ["工号", "科目", "合格日", "有效至"], [["zhai-chief", "low-income-decisions", "2025-03-01", "2027-02-28"]]),
        ["points"] = ("服务点", ["乡镇代码", "专用章编号", "责任书编号", "签订日", "责任书有效至", "起始日", "截止日"], [["370982103", "370982103-01", "ZR-2026-03", "2026-01-05", "2026-12-31", "2020-01-01", ""]]),
    };

    /// <summary>A cell of a row, from 2, under the heading as this directory has it.</summary>
    public SmallDirectory With(string sheet, int row, string heading, string cell)
    {
        var (_, headings, rows) = sheets[sheet];
        rows[row - 2][headings.IndexOf(heading)] = cell;
        return this;
    }

    public SmallDirectory Add(string sheet, params string[] cells)
    {
        sheets[sheet].Rows.Add([.. cells]);
        return this;
    }

    public SmallDirectory Call(string sheet, string name)
    {
        sheets[sheet] = sheets[sheet] with { Name = name };
        return this;
    }

    public SmallDirectory Head(string sheet, string heading, string instead)
    {
        var headings = sheets[sheet].Headings;
        headings[headings.IndexOf(heading)] = instead;
        return this;
    }

    public SmallDirectory Drop(string sheet, string heading)
    {
        var (_, headings, rows) = sheets[sheet];
        foreach (var row in rows) row.RemoveAt(headings.IndexOf(heading));
        headings.Remove(heading);
        return this;
    }

    public SmallDirectory Without(params string[] names)
    {
        foreach (var name in names) sheets.Remove(name);
        return this;
    }

    public DirectoryTables Tables() => new([.. sheets.Values.Select(sheet => new DirectoryTable(
        sheet.Name, [.. sheet.Headings], [.. sheet.Rows.Select((cells, at) => new DirectoryRow(at + 2, [.. cells]))]))]);

    public DirectoryReading Read(DirectoryEdition? before = null) => DirectoryReader.Read(Tables(), before, Places, Lookup, Today);

    public DirectoryEdition Edition(DirectoryEdition? before = null) => Assert.IsType<DirectoryReading.Good>(Read(before)).Edition;

    /// <summary>As <c>sheet row column kind arguments</c>.</summary>
    public IReadOnlyList<string> Faults(DirectoryEdition? before = null) =>
        [.. Assert.IsType<DirectoryReading.Faulty>(Read(before)).Faults.Select(fault => $"{fault.Sheet} {fault.Row} {fault.Column} {fault.Kind} {string.Join(' ', fault.Arguments)}".TrimEnd())];
}
