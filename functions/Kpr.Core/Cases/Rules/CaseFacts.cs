using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules;

/// <summary>What rules look at. Any version of an application can be judged, on any day.</summary>
/// <param name="Kind">What is applied for.</param>
/// <param name="Content">What the application says.</param>
/// <param name="Attachments">Its attachments.</param>
/// <param name="Prerequisites">What others answered.</param>
/// <param name="Staff">Who has the case.</param>
/// <param name="Registers">The registers.</param>
/// <param name="Variables">The variables; null where no catalogue is loaded.</param>
/// <param name="Day">The day it is judged on.</param>
public sealed record CaseFacts(
    ApplicationKind Kind, ApplicationContent Content, IReadOnlyList<Attachment> Attachments, IReadOnlyList<Prerequisite> Prerequisites, Staff Staff,
    RegisterTable Registers, IVariableCatalogue? Variables, DateOnly Day)
{
    /// <summary>The sources, none included.</summary>
    public IReadOnlyList<RequestedSource> Sources => Content.Sources?.Sources ?? [];

    /// <summary>Whether nothing but registers and public demographic data is used: no own data, no survey.</summary>
    public bool OnlyRegisters => Content.Linkage?.Partners?.All(partner => partner.Kind is LinkagePartnerKind.PublicDemographic or LinkagePartnerKind.HealthRegister) ?? true;

    /// <summary>Whether Folkehelseinstituttet itself applies.</summary>
    public bool ApplicantIsFhi => Content.Parties?.Controller?.OrganisationNumber == RegisterTable.Fhi;

    /// <summary>The case as it stands.</summary>
    public static CaseFacts Of(CaseState state, CasePolicy policy, DateOnly day) =>
        new(state.Kind, state.Content, state.Attachments, state.Prerequisites, state.Staff, policy.Registers, policy.Variables, day);

    /// <summary>A version as it was sent in.</summary>
    public static CaseFacts Of(CaseState state, SubmittedVersion version, CasePolicy policy, DateOnly day) => Of(state, policy, day) with
    {
        Content = version.Content,
        Attachments = [.. state.Attachments.Where(file => version.Attachments.Contains(file.Id))],
    };

    /// <summary>Whether an attachment is there and its scan found nothing.</summary>
    public bool HasAttachment(string id) => Attachments.Any(file => file.Id == id && file.Scan == ScanResult.Clean);
}
