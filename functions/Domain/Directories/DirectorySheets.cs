using System.Collections.Immutable;

namespace OneVisit.Domain.Directories;

/// <summary>A column of a sheet, by its heading in both languages.</summary>
/// <param name="Key">As the program calls it.</param>
public sealed record DirectoryColumn(string Key, Text Heading, bool Required = true);

/// <summary>A sheet of the directory.</summary>
public sealed record DirectorySheet(string Key, Text Name, ImmutableArray<DirectoryColumn> Columns);

/// <summary>
/// The sheets that a directory consists of, in their order, and their columns: for who reads them, who writes them, and who hands them in. Either language's headings are read.
/// Several values in one cell stand apart by 、 or comma. Days are ISO (2026-11-27).
/// </summary>
public static class DirectorySheets
{
    private static readonly DirectoryColumn First = new("from", new("起始日", "From"));
    private static readonly DirectoryColumn Last = new("to", new("截止日", "To"), Required: false);

    public static DirectorySheet Villages { get; } = new("villages", new("村居", "Villages"),
    [
        new("code", new("村居代码", "Village code")), new("name", new("名称", "Name")), new("name-en", new("英文名", "Name in English")),
        new("other-names", new("曾用名或俗称", "Other names"), Required: false), First, Last, new("into", new("并入", "Merged into"), Required: false),
    ]);

    public static DirectorySheet Grids { get; } = new("grids", new("网格", "Grids"),
    [
        new("code", new("网格代码", "Grid code")), new("name", new("名称", "Name")), new("name-en", new("英文名", "Name in English")), new("kind", new("类型", "Kind")),
        new("households", new("户数", "Households")), new("landmarks", new("地标", "Landmarks"), Required: false), First, Last,
    ]);

    public static DirectorySheet People { get; } = new("people", new("人员", "People"),
    [
        new("id", new("工号", "Staff number")), new("name", new("姓名", "Name")), new("id-number", new("身份证号", "ID number"), Required: false),
        new("account", new("统一认证账号", "Sign-in account"), Required: false),
    ]);

    public static DirectorySheet Posts { get; } = new("posts", new("岗位", "Posts"),
    [
        new("id", new("工号", "Staff number")), new("role", new("岗位", "Post")), new("office", new("单位代码", "Office code")), First, Last,
    ]);

    public static DirectorySheet Duties { get; } = new("duties", new("网格职责", "Grid duties"),
    [
        new("id", new("工号", "Staff number")), new("role", new("职责", "Duty")), new("grid", new("网格代码", "Grid code")), First, Last,
    ]);

    public static DirectorySheet Trainings { get; } = new("trainings", new("培训", "Trainings"),
    [
        new("id", new("工号", "Staff number")), new("subject", new("科目", "Subject")), new("passed", new("合格日", "Passed on")), new("until", new("有效至", "Valid until"), Required: false),
    ]);

    public static DirectorySheet Points { get; } = new("points", new("服务点", "Service points"),
    [
        new("township", new("乡镇代码", "Township code")), new("seal", new("专用章编号", "Seal number")), new("agreement", new("责任书编号", "Agreement"), Required: false),
        new("signed", new("签订日", "Signed on"), Required: false), new("agreement-until", new("责任书有效至", "Agreement until"), Required: false), First, Last,
    ]);

    public static ImmutableArray<DirectorySheet> All { get; } = [Villages, Grids, People, Posts, Duties, Trainings, Points];
}
