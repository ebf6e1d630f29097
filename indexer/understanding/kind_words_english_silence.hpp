// English words that silence cues: talk and wishes, the past, plans, and what is no news of these
// kinds, such as an obituary. Rules as in kind_words_english.hpp.

#pragma once

#include "indexer/understanding/kind_cues.hpp"

namespace bulletin {

inline constexpr CueRow kEnglishSilenceCues[] = {
    // What silences: talk, wishes, topics; the past; the future.
    {CueRole::kBlock, 0,
     "was_invited were_invited is_invited been_invited at_the_invitation invited_by "
     "would_be_held invited_to_visit invited_to_attend can_be_seen added_their added_its "
     "newly_appointed recently_appointed newly_elected can_now_be invited_guests said_goodbye "
     "could_be_seen would_like_to_thank once_again was_closed were_closed be_closed is_closed "
     "are_closed closed_until closed_for closed_to"},
    {CueRole::kMute, kTopicKinds,
     "discuss discusses discussed discussing exchange_views exchanged_views exchange_of_views "
     "explore explores explored exploring introduced introducing cooperation_in "
     "collaboration_in collaborate_in cooperate_in talked_about compared_notes areas_such "
     "fields_such praised thanked focused_on focusing_on negotiate negotiated negotiating"},
    {CueRole::kMute, kAnyKind,
     "hope hopes hoped hoping wish wishes wished want wants wanted said says added noted "
     "stressed intend intends intended propose proposes proposed proposal promise promised "
     "promises agreed_to agreeing_to designed_to with_a_view plan_to plans_to planned planning "
     "look_forward looks_forward looked_forward looking_forward aim_to aims_to aimed_at would "
     "could should might offered_to expressed believes believed ready_to willing_to "
     "willingness_to interested_in expect expects expecting urged urges suggested suggests "
     "suggest recommended that_could eager_to keen_to opportunity_to chance_to possibility "
     "possibilities pledged pledge seek_to seeks_to hopefully considering consider "
     "under_the_agreement under_the_mou under_the_memorandum under_the_terms "
     "under_this_agreement under_the_deal under_the_new_agreement according_to_the_agreement "
     "the_agreement_provides the_memorandum_provides provides_for the_agreement_covers "
     "intention_to plan_for plans_for agreed_that it_is_hoped commit commits committed "
     "undertake undertakes undertook cannot can_not"},
    {CueRole::kMute, kVisit | kSigning, "invite invites invited"},
    {CueRole::kMuteClause, kAnyKind,
     "had to_promote to_strengthen to_enhance to_boost anniversary_of since previously earlier "
     "formerly last_year years_ago in_the_past under_the according_to in_accordance based_on "
     "who_had whose not in_his_career in_her_career over_the_years for_years in_recent_years "
     "over_the_past since_then so_far to_date already_in who_once once used_to had_already "
     "decades_ago many_years topics_included years_earlier last_month first_agreement "
     "until_now in_the_1980s in_the_1990s after_his after_her after_their founded_in_#### "
     "established_in_#### set_up_in_#### in_19## opened_back_in"},
    {CueRole::kMuteClause, kMeeting,
     "during on_the_sidelines on_the_margins on_the_fringes coffee_break in_the_margins"},
    {CueRole::kLater, kAnyKind,
     "will shall is_to are_to going_to expected_to due_to can next_year next_month next_spring "
     "next_autumn in_future in_the_future near_future every_year each_year annually soon "
     "eligible"},
    {CueRole::kNotNews, kAnyKind,
     "passed_away dies died obituary in_memoriam mourns mourn mourned mourning death_of "
     "in_memory_of condolences alumni_profile opinion editorial commentary reader_letter"},
    {CueRole::kNotNews, kPublication | kOpening | kTraining | kExchange,
     "was_appointed were_appointed been_appointed appointed appoints appointment appointments "
     "was_elected elected re_elected takes_office took_office stepped_down resigned retires "
     "retired steps_down sworn_in vacancy vacancies job_opening call_for_papers "
     "call_for_applications"},
};

}  // namespace bulletin
