using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Tests.Cases;

/// <summary>The parties of a test case.</summary>
internal static class Actors
{
    public const string University = "999999999";
    public const string LinkerNumber = "888888880";

    public static readonly Actor Applicant = new(Role.Applicant, "applicant-1");
    public static readonly Actor Editor = new(Role.Applicant, "applicant-2");
    public static readonly Actor Stranger = new(Role.Applicant, "applicant-9");
    public static readonly Actor Controller = new(Role.Controller, "controller-1", ControllerNumber);
    public static readonly Actor Coordinator = new(Role.Coordinator, "coordinator-1");
    public static readonly Actor Handler = new(Role.Handler, "handler-1");
    public static readonly Actor OtherHandler = new(Role.Handler, "handler-2");
    public static readonly Actor Decider = new(Role.Decider, "decider-1");
    public static readonly Actor Kpr = new(Role.Register, "kpr-1", Register: "kpr");
    public static readonly Actor Npr = new(Role.Register, "npr-1", Register: "npr");
    public static readonly Actor Kreft = new(Role.Register, "kreft-1", Register: "kreft");
    public static readonly Actor Linker = new(Role.Linker, "linker-1", RegisterTable.Fhi);
    public static readonly Actor Finance = new(Role.Finance, "finance-1");
    public static readonly Actor KprFinance = new(Role.Finance, "finance-2", Register: "kpr");
    public static readonly Actor AppealBody = new(Role.AppealBody, "helseklage-1");
    public static readonly Actor Auditor = new(Role.Auditor, "auditor-1");
    public static readonly Actor System = new(Role.System, "outbox");

    /// <summary>A valid organisation number that belongs to nobody in the tests' world.</summary>
    public static string ControllerNumber => Core.Identity.SyntheticIdentity.OrganisationNumber(1234) ?? Core.Identity.SyntheticIdentity.OrganisationNumber(1235)!;

    public static Actor Register(string code) => new(Role.Register, $"{code}-1", Register: code);

    /// <summary>A colleague of <see cref="Register"/>: data are released by another than who made them.</summary>
    public static Actor Releaser(string code) => new(Role.Register, $"{code}-2", Register: code);
}
